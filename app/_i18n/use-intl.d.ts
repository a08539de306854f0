declare module "*/use-intl/dist/esm/production/format-message/index.js" {
  export { default } from "use-intl/format-message";
}
