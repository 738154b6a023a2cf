// What each layer keeps of the sample micrograph: a stack of five slices, conv1_1 to conv5_1, as in figure 1 of the paper. A few
// minutes. Runs as it is: Plugins > Macros > Run... on this file. It expects sample-images/ beside its own folder.

folder = File.getParent(File.getParent(getInfo("macro.filepath"))) + File.separator + "sample-images" + File.separator;
open(folder + "ihc.png");
run("Reconstruct Content...", "output_size=192");
