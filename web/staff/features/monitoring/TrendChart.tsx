import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../kit/context.tsx';
import { sparkShape } from '../../../kit/sparkline.ts';

interface Props {
  readonly label: string;
  readonly unit: string;
  readonly digits: number;
  readonly bounds: { readonly low: number | null; readonly high: number | null };
  readonly points: readonly { readonly id: string; readonly at: string; readonly value: string }[];
  /** Points the alert stands on. */
  readonly marked: ReadonlySet<string>;
  readonly danger: boolean;
}
const [width, height] = [560, 150];

/** The course of a measure, the figures of the alert written beside their points, the band without alerts behind it. */
export function TrendChart({ label, unit, digits, bounds, points, marked, danger }: Props) {
  const { t } = useTranslation();
  const formats = useFormats();
  const sorted = [...points].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  const shape = sparkShape(
    sorted.map((point) => ({ at: Date.parse(point.at), value: Number(point.value) })),
    width,
    height,
    bounds,
  );
  const [first, last] = [sorted[0], sorted.at(-1)];
  const value = last ? `${formats.number(Number(last.value), digits)} ${unit}` : '';
  return (
    <figure className="m-trend">
      <svg
        viewBox={`0 -18 ${width} ${height + 24}`}
        role="img"
        aria-label={t('monitoring.trend.read', { label, value, n: sorted.length })}
      >
        {shape.band && (
          <rect className="k-band" x="0" width={width} y={shape.band.y} height={shape.band.height} rx="4" />
        )}
        <path className="k-line" d={shape.line} />
        {sorted.map((point, index) => {
          const dot = shape.dots[index];
          if (!dot) return null;
          const isMarked = marked.has(point.id);
          return (
            <g key={point.id}>
              <circle
                className={isMarked ? (danger ? 'm-dot-red' : 'm-dot-amber') : 'k-dot'}
                cx={dot.x}
                cy={dot.y}
                r={isMarked ? 5 : 3.2}
              />
              {(isMarked || point === last) && (
                <text
                  className="m-dot-text"
                  x={Math.min(width - 4, dot.x + 4)}
                  y={dot.y - 9}
                  textAnchor={dot.x > width - 60 ? 'end' : 'start'}
                >
                  {formats.number(Number(point.value), digits)}
                </text>
              )}
            </g>
          );
        })}
      </svg>
      <figcaption>
        <span>{first && formats.day(first.at)}</span>
        <span>{t('monitoring.trend.foot', { label, unit, n: sorted.length })}</span>
        <span>{last && formats.day(last.at)}</span>
      </figcaption>
    </figure>
  );
}
