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

/** A picture of plain knitting, stitch by stitch: the sample has no photographs of anybody. */
export async function knittingPicture(colour: KnittingColour): Promise<Buffer> {
  const pixels = Buffer.alloc(width * height * 3);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1)
      pixels.set(shaded(colours[colour], lightAt(x, y)), (y * width + x) * 3);
  return sharp(pixels, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 88 })
    .toBuffer();
}

/** Every stitch is a V of two strands, light in their middle and dark where they meet. */
function lightAt(x: number, y: number): number {
  const across = Math.abs(((x % stitch.width) / stitch.width) * 2 - 1);
  const down = ((y + across * stitch.height * 1.2) % stitch.height) / stitch.height;
  const strand = Math.sin(Math.PI * across) ** 0.5;
  const twist = 0.08 * Math.sin((x + y * 3) / 2.3);
  return 0.55 + 0.35 * strand * Math.sin(Math.PI * down) ** 0.6 + twist;
}

function shaded([red, green, blue]: readonly [number, number, number], light: number): number[] {
  return [red, green, blue].map((value) =>
    Math.min(255, Math.max(0, Math.round(value * light * 1.25))),
  );
}
