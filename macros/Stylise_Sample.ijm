// Stylises the sample micrograph in the manner of the sample painting. Runs as it is: Plugins > Macros > Run... on this file.
// It expects sample-images/ beside its own folder, as in the repository.

folder = File.getParent(File.getParent(getInfo("macro.filepath"))) + File.separator + "sample-images" + File.separator;
open(folder + "ihc.png");
run("Style Transfer...", "style=[" + folder + "cafe_terrace_at_night.jpg] stroke_size=128");
