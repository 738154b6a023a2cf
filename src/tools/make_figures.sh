#!/usr/bin/env bash
# Makes the pictures and numbers of docs/figures.md anew: about a quarter of an hour on two cores. Run from the top of the
# repository, with python (numpy, pillow). The grid goes on where it was stopped. The numbers are printed as Markdown tables.
set -euo pipefail

work=target/figures
mkdir -p "$work"

run() {
	mvn -q compile exec:java -Dexec.args="$*"
}

python src/tools/figures_page.py source # a small source, of which a larger texture is made
run reconstruct-content sample-images/ihc.png --output "$work/content.tif" --output_size 192
run reconstruct-style sample-images/cafe_terrace_at_night.jpg --output "$work/style.tif" --output_size 192
run reconstruct-style "$work/source.png" --output "$work/texture.tif" --texture_size 208x160 --iterations 100
run grid sample-images/ihc.png sample-images/cafe_terrace_at_night.jpg --output "$work/grid.tif" --output_size 160 \
	--iterations 150 --grid_folder "$work/grid"
python src/tools/figures_page.py page
