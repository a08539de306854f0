import { manifests } from "#lib/networks/registry";

/** The icons of all networks as SVG symbols, once per page; used by `NetworkIcon`. */
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
