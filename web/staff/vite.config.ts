import react from '@vitejs/plugin-react';
import { defineConfig, loadEnv } from 'vite';

export default defineConfig(({ mode }) => {
  // The server of the same checkout, wherever PORT puts it.
  const { PORT = '8080' } = loadEnv(mode, import.meta.dirname, 'PORT');
  return {
    root: import.meta.dirname,
    base: '/',
    plugins: [react()],
    build: { outDir: '../dist/staff', emptyOutDir: true, target: 'es2023', sourcemap: false },
    server: { port: 5173, proxy: { '/api': `http://localhost:${PORT}` } },
  };
});
