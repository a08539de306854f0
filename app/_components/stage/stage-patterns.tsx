/** SVG patterns for bars and areas, once on each page that draws any; used by `stageFill(key)`. */
export function StagePatterns() {
  return (
    <svg width="0" height="0" className="absolute" aria-hidden="true">
      <defs>
        <pattern id="stage-pattern-awareness" width="6" height="6" patternUnits="userSpaceOnUse">
          <rect width="6" height="6" fill="var(--color-awareness)" />
          <circle cx="3" cy="3" r="0.9" fill="var(--color-surface)" />
        </pattern>
        <pattern
          id="stage-pattern-consideration"
          width="6"
          height="6"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(35)"
        >
          <rect width="6" height="6" fill="var(--color-consideration)" />
          <path d="M1 0v6" stroke="var(--color-surface)" strokeWidth="1.4" />
        </pattern>
        <pattern id="stage-pattern-decision" width="4" height="6" patternUnits="userSpaceOnUse">
          <rect width="4" height="6" fill="var(--color-decision)" />
          <path d="M1 0v6" stroke="var(--color-surface)" strokeWidth="1" />
        </pattern>
        <pattern id="stage-pattern-retention" width="6" height="4" patternUnits="userSpaceOnUse">
          <rect width="6" height="4" fill="var(--color-retention)" />
          <path d="M0 1h6" stroke="var(--color-surface)" strokeWidth="1" />
        </pattern>
        <pattern
          id="stage-pattern-advocacy"
          width="6"
          height="6"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect width="6" height="6" fill="var(--color-advocacy)" />
          <path d="M1 0v6M0 1h6" stroke="var(--color-surface)" strokeWidth="0.9" />
        </pattern>
      </defs>
    </svg>
  );
}
