// Stylises every image of a folder and saves the results as TIFF files with all settings in their Info (Image > Show Info...).
// Asks for the folders and the style, or takes them as an argument, three paths separated by '|':
//   ImageJ --headless -macro Stylise_Folder.ijm "content folder|style file|output folder"
// A file that cannot be opened or stylised is listed at the end and does not stop the others; if there was one, the macro ends
// with an error.

argument = getArgument();
if (argument == "") {
	contents = getDirectory("Choose the folder of images to stylise");
	style = File.openDialog("Choose the painting");
	output = getDirectory("Choose the folder for the results");
} else {
	parts = split(argument, "|");
	if (parts.length != 3) exit("Stylise_Folder.ijm takes three paths separated by '|': content folder, style file, output folder.");
	contents = parts[0];
	style = parts[1];
	output = parts[2];
}
if (!File.isDirectory(contents)) exit("The content folder \"" + contents + "\" is no folder.");
if (!File.exists(style) || File.isDirectory(style)) exit("The style \"" + style + "\" is no file.");
File.makeDirectory(output);
if (!File.isDirectory(output)) exit("The output folder \"" + output + "\" cannot be made.");

setBatchMode(true);
files = getFileList(contents);
done = 0;
failed = "";
for (i = 0; i < files.length; i++) {
	if (!endsWith(files[i], "/")) {
		problem = call("io.github.styletransfer.plugin.MacroFunctions.open", contents + "/" + files[i]);
		if (problem == "ok") problem = call("io.github.styletransfer.plugin.MacroFunctions.stylise", "style=[" + style + "]");
		if (problem == "ok") {
			saveAs("Tiff", output + "/" + File.getNameWithoutExtension(files[i]) + " stylised.tif");
			done++;
		}
		else failed += "\n" + files[i] + ": " + problem;
		run("Close All");
	}
}
print("Stylised " + done + " images.");
if (failed != "") exit("These files could not be stylised:" + failed);
