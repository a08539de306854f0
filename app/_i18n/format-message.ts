import { isolateValues } from "#lib/kernel/isolate-text";

import formatMessage from "../../node_modules/use-intl/dist/esm/production/format-message/index.js";

/**
 * Replaces the function that formats every text of a page (see `next.config.js`). Isolates inserted names and
 * texts, so that their writing direction does not affect the sentence.
 */
const formatIsolated: typeof formatMessage = (key, message, values, options) =>
  formatMessage(key, message, values && isolateValues(values), options);
formatIsolated.raw = formatMessage.raw;

// oxlint-disable-next-line no-default-export -- as the module that it stands in for
export default formatIsolated;
