// Stylises an image file in the manner of a painting, without a window of the plug-in. For Fiji's Script Editor, language Groovy.
#@ File (label = "Image") content_file
#@ File (label = "Painting") style_file
#@ File (label = "Result (.png, .tif or .jpg)", style = "save") result_file
#@ Integer (label = "Iterations", value = 40) iterations
#@ LogService log
#@output String summary

import io.github.styletransfer.image.DisplayedPlane
import io.github.styletransfer.image.ImageFiles
import io.github.styletransfer.image.RgbImage
import io.github.styletransfer.network.format.EmbeddedWeights
import io.github.styletransfer.transfer.Monitor
import io.github.styletransfer.transfer.Option
import io.github.styletransfer.transfer.Settings
import io.github.styletransfer.transfer.StyleTransfer

content = DisplayedPlane.of(ImageFiles.open(content_file.toPath(), "content image"), "content image")
style = DisplayedPlane.of(ImageFiles.open(style_file.toPath(), "style image"), "style image")
settings = Settings.defaults().with(Option.ITERATIONS, iterations as String)
lines = []
listener = Monitor.listening { progress ->
	lines << progress.message()
	log.info(progress.message() + " " + progress.terms().style())
}
result = StyleTransfer.run(content, style, EmbeddedWeights.vgg16(), settings, listener)
ImageFiles.save(RgbImage.of(result.picture(), "stylised"), result_file.toPath())
summary = lines.size() + " iterations, " + result.picture().size() + " pixels"
