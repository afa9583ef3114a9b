import { useTranslation } from 'react-i18next';
import { useFormats } from './context.tsx';
import { sparkShape } from './sparkline.ts';

interface Props {
  /** What is measured: 体温. */
  readonly label: string;
  readonly unit: string;
  readonly points: readonly { readonly at: string; readonly value: number }[];
  readonly target?: { readonly low: number | null; readonly high: number | null };
  /** The period the points cover, in words: 近 7 天. */
  readonly period: string;
  readonly digits?: number;
}
const [width, height] = [180, 44];

/** A small trend: its last value written beside it, the target band behind it, n and period under it. */
export function Sparkline({ label, unit, points, target, period, digits = 0 }: Props) {
  const { t } = useTranslation();
  const formats = useFormats();
  const sorted = points.map((point) => ({ at: Date.parse(point.at), value: point.value })).sort((a, b) => a.at - b.at);
  const last = sorted.at(-1);
  const shape = last ? sparkShape(sorted, width, height, target) : null;
  const value = last ? `${formats.number(last.value, digits)} ${unit}` : t('kit.spark.none');
  const outside = shape?.dots.at(-1)?.outside ?? false;
  return (
    <figure className="k-spark">
      <figcaption>
        <span>{label}</span>
        <strong className={outside ? 'k-outside' : undefined}>{value}</strong>
        {outside && <span className="k-outside">{t('kit.spark.outside')}</span>}
      </figcaption>
      {shape && (
        <svg
          viewBox={`0 0 ${width} ${height}`}
          role="img"
          aria-label={t('kit.spark.read', { label, value, n: sorted.length, period })}
        >
          {shape.band && (
            <rect className="k-band" x="0" width={width} y={shape.band.y} height={shape.band.height} rx="3" />
          )}
          <path className="k-line" d={shape.line} />
          {shape.dots.map((dot) => (
            <circle
              key={`${dot.x},${dot.y}`}
              className={dot.outside ? 'k-dot k-dot-out' : 'k-dot'}
              cx={dot.x}
              cy={dot.y}
              r="2.6"
            />
          ))}
        </svg>
      )}
      <small>{t('kit.spark.foot', { n: sorted.length, period })}</small>
    </figure>
  );
}
