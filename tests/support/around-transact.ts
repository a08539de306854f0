import type { Store } from "#lib/db/store";

/** The same product on transactions that a test counts, delays or breaks. */
export function aroundTransact<Product extends Pick<Store, "transact">>(
  product: Product,
  around: (transact: Store["transact"]) => Store["transact"],
): Product {
  return { ...product, transact: around(product.transact) };
}
