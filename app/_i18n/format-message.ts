import { isolateValues } from "#lib/kernel/isolate-text";

import formatMessage from "../../node_modules/use-intl/dist/esm/production/format-message/index.js";

/**
 * Stands in for the one place where every text of a page is put together (`next.config.js` says so): names and
 * words of others keep to themselves in it, whichever way they are written.
 */
const formatIsolated: typeof formatMessage = (key, message, values, options) =>
  formatMessage(key, message, values && isolateValues(values), options);
formatIsolated.raw = formatMessage.raw;

// oxlint-disable-next-line no-default-export -- as the module that it stands in for
export default formatIsolated;
