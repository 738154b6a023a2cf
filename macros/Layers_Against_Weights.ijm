// The sample micrograph in the manner of the sample painting, with sets of style layers (rows) against weights (columns), as in figure 3
// of the paper: a montage, and a stack behind it. About ten minutes; Esc stops it, and running it again goes on where it was. Runs as it
// is: Plugins > Macros > Run... on this file. It expects sample-images/ beside its own folder.

folder = File.getParent(File.getParent(getInfo("macro.filepath"))) + File.separator + "sample-images" + File.separator;
open(folder + "ihc.png");
run("Layers against Weights...", "style=[" + folder + "cafe_terrace_at_night.jpg] output_size=160 iterations_from_noise=150");
