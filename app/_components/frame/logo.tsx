/** The logo, in the current text colour. */
export function Logo({ size = 22 }: { size?: number }) {
  return (
    <svg
      viewBox="0 0 24 24"
      width={size}
      height={size}
      fill="none"
      stroke="currentColor"
      strokeWidth="2.4"
      strokeLinecap="round"
      aria-hidden="true"
    >
      <path d="M20.6 9.2A9.2 9.2 0 1 1 14.6 3.2" />
      <path d="M8.4 10.4v3.2M12 8v8M15.6 10.4v3.2M19 3.6v3" />
    </svg>
  );
}
