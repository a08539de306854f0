import sharp from "sharp";

const colours = {
  heather: [118, 104, 128],
  natural: [222, 212, 192],
  moss: [92, 112, 66],
  rust: [168, 82, 48],
  indigo: [46, 62, 112],
} as const;

export type KnittingColour = keyof typeof colours;

const width = 960;
const height = 720;
const stitch = { width: 32, height: 24 };

/** Returns a generated picture of knitting, because the sample must not use photographs of people. */
export async function knittingPicture(colour: KnittingColour): Promise<Buffer> {
  const row = (y: number) => Array.from({ length: stitch.width }, (_, x) => lightAt(x, y));
  const tile = Array.from({ length: stitch.height }, (_, y) => row(y));
  const raw = { width: stitch.width, height: stitch.height, channels: 3 } as const;
  const bytes = Buffer.from(tile.flat().flatMap((light) => shaded(colours[colour], light)));
  return sharp({ create: { width, height, channels: 3, background: "#000000" } })
    .composite([{ input: bytes, raw, tile: true }])
    .jpeg({ quality: 88 })
    .toBuffer();
}

/** Each stitch is a V of two strands that are light in the middle and dark where they meet. */
function lightAt(x: number, y: number): number {
  const across = Math.abs(((x + 0.5) / stitch.width) * 2 - 1);
  const down = ((y + across * stitch.height * 0.9) % stitch.height) / stitch.height;
  const strand = Math.sin(Math.PI * across) ** 0.5;
  const twist = 0.06 * Math.sin((Math.PI * (x + 2 * y)) / 4);
  return 0.5 + 0.4 * strand * Math.sin(Math.PI * down) ** 0.6 + twist;
}

function shaded([red, green, blue]: readonly [number, number, number], light: number): number[] {
  const bright = light * 1.25;
  return [red, green, blue].map((value) => Math.min(255, Math.max(0, Math.round(value * bright))));
}
