#!/usr/bin/env bash
# Makes docs/gallery/preset_*.jpg anew, one pair by every preset; about twenty minutes on two cores, most of them for crowsonkb. Run from the top of the repository.
set -euo pipefail

for preset in balanced preview paper fzliu jcjohnson neural-style-pt crowsonkb; do
	mvn -q compile exec:java -Dexec.args="stylise sample-images/ihc.png sample-images/cafe_terrace_at_night.jpg --preset $preset --output_size 128 --output docs/gallery/preset_$preset.jpg"
	mogrify -strip "docs/gallery/preset_$preset.jpg" # the Info names files of this computer
done
