// Textures with what sets of layers keep of the sample painting: a stack of five slices, from conv1_1 alone to all five layers, as in
// figure 1 of the paper. A few minutes. Runs as it is: Plugins > Macros > Run... on this file. It expects sample-images/ beside its
// own folder.

folder = File.getParent(File.getParent(getInfo("macro.filepath"))) + File.separator + "sample-images" + File.separator;
open(folder + "cafe_terrace_at_night.jpg");
run("Reconstruct Style...", "texture_size=192x192");
