/** Public addresses of built files, by their names in the source. */
export type AssetManifest = Readonly<Record<string, string>>

let manifest: AssetManifest = {}

/** Set once at the start, from what the build wrote; tests and the style guide need none. */
export function setAssetManifest(built: AssetManifest): void {
  manifest = built
}

/** The address of a built file such as `citizen.css`, with its content hash where there is one. */
export const asset = (name: string): string => manifest[name] ?? `/assets/${name}`
