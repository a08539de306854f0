/** The sign of a network, in the current colour. Decorative unless `label` is given. */
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
      <path d={paths[network] ?? paths.practice} fillRule="evenodd" />
    </svg>
  );
}

const paths: Record<string, string> = {
  bluesky:
    "M12 10.6C11 8.6 8.1 4.8 5.4 2.9 2.9 1.1 1 .9 1 3.7c0 .9.5 6.3.8 7.2.9 3.1 4.3 4.1 7.3 3.6-5.3.9-9.9 2.9-3.8 9.3 6.7 7 9.2-1.7 6.7-6.9 2.5 5.2 1.9 13.6 8.5 6.9 5-5.1 1.4-8.4-3.9-9.3 3 .5 6.4-.5 7.3-3.6.3-.9.8-6.3.8-7.2 0-2.8-1.9-2.6-4.4-.8-2.7 1.9-5.6 5.7-6.6 7.7Z",
  practice:
    "M9 2h6v2h-1v5.2l6 9.9A2 2 0 0 1 18.3 22H5.7A2 2 0 0 1 4 19.1l6-9.9V4H9V2Zm3 7.8L8.6 15.4h6.8L12 9.8Z",
};
