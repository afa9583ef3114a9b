import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  root: import.meta.dirname,
  base: '/',
  plugins: [react()],
  build: { outDir: '../dist/staff', emptyOutDir: true, target: 'es2023', sourcemap: false },
  server: { port: 5173, proxy: { '/api': `http://localhost:${process.env.PORT || '8080'}` } },
});
