/** The icon of a network, in the current text colour. Decorative unless `label` is given. */
export function NetworkIcon({
  network,
  label,
  size = 14,
}: {
  network: string;
  label?: string;
  size?: number;
}) {
  return (
    <svg
      viewBox="0 0 24 24"
      width={size}
      height={size}
      className="shrink-0"
      fill="currentColor"
      {...(label ? { role: "img", "aria-label": label } : { "aria-hidden": true })}
    >
      <use href={`#network-${network}`} />
    </svg>
  );
}
