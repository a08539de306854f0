import { manifests } from "#lib/networks/registry";

/** The networks' signs, once a page: `NetworkIcon` draws from here. */
export function NetworkSigns() {
  return (
    <svg width="0" height="0" className="absolute" aria-hidden>
      {manifests.map(({ network, icon }) => (
        <symbol key={network} id={`network-${network}`} viewBox="0 0 24 24">
          <path d={icon} fillRule="evenodd" />
        </symbol>
      ))}
    </svg>
  );
}
