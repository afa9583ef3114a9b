import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { PageSkeleton } from '../kit/Skeletons.tsx';
import { ApiProblem } from './api/problem.ts';
import { query, queryClient } from './api/query.ts';
import { features } from './features/index.ts';
import { Console } from './shell/Console.tsx';
import { Guarded } from './shell/Guarded.tsx';
import { Home } from './shell/Home.tsx';
import { NotFound } from './shell/NotFound.tsx';
import { PageFailed } from './shell/PageFailed.tsx';
import { safeTarget } from './shell/target.ts';

const root = createRootRoute({ notFoundComponent: NotFound });

const login = createRoute({
  getParentRoute: () => root,
  path: '/login',
  validateSearch: (search: Record<string, unknown>) => ({ to: safeTarget(search.to) }),
  component: lazyRouteComponent(() => import('./features/identity/LoginPage.tsx')),
});

/** Everything behind sign-in: who is signed in is known before the first page shows. */
const signedIn = createRoute({
  getParentRoute: () => root,
  id: 'console',
  component: Console,
  errorComponent: PageFailed,
  beforeLoad: async ({ location }) => {
    try {
      await queryClient.ensureQueryData(query('identity.me'));
    } catch (error) {
      if (error instanceof ApiProblem && error.status === 401) {
        throw redirect({ to: '/login', search: { to: safeTarget(location.href) } });
      }
      throw error;
    }
  },
});

const pages = features.map(({ path, load, permission }) => {
  const page = lazyRouteComponent(load);
  return createRoute({
    getParentRoute: () => signedIn,
    path: path.replace(/:(\w+)/g, '$$$1'),
    // Everybody arrives at the first address; whoever has no work there goes on to the first page they may open.
    component: () => <Guarded permission={permission} page={page} {...(path === '/' ? { otherwise: Home } : {})} />,
    errorComponent: PageFailed,
  });
});

export const router = createRouter({
  routeTree: root.addChildren([login, signedIn.addChildren(pages)]),
  defaultPendingComponent: PageSkeleton,
  defaultPendingMs: 200,
  defaultPreload: 'intent',
  scrollRestoration: true,
});
