import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** The figures `/metrics` shows. Labels are route patterns, handler names and states: never an id of a person. */
export interface Metrics {
  readonly registry: Registry;
  readonly requests: Histogram<'method' | 'route' | 'status'>;
  readonly deliveries: Counter<'handler' | 'outcome'>;
  readonly streams: Gauge;
  readonly mllp: Counter<'ack'>;
}

export function makeMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  return {
    registry,
    requests: new Histogram({
      name: 'dayone_http_request_seconds',
      help: 'Time to answer, by route pattern',
      labelNames: ['method', 'route', 'status'],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
      registers: [registry],
    }),
    deliveries: new Counter({
      name: 'dayone_deliveries_total',
      help: 'Deliveries by handler and outcome',
      labelNames: ['handler', 'outcome'],
      registers: [registry],
    }),
    streams: new Gauge({
      name: 'dayone_streams_open',
      help: 'Push streams open in this process',
      registers: [registry],
    }),
    mllp: new Counter({
      name: 'dayone_mllp_messages_total',
      help: 'HL7 v2 messages by acknowledgement',
      labelNames: ['ack'],
      registers: [registry],
    }),
  };
}
