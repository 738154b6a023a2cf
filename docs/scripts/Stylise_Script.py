# Stylises an image file in the manner of a painting, without a window of the plug-in. For Fiji's Script Editor, Python (Jython).
#@ File (label = "Image") content_file
#@ File (label = "Painting") style_file
#@ File (label = "Result (.png, .tif or .jpg)", style = "save") result_file
#@ Integer (label = "Iterations", value = 40) iterations
#@output String summary

from io.github.styletransfer.image import DisplayedPlane, ImageFiles, RgbImage
from io.github.styletransfer.network.format import EmbeddedWeights
from io.github.styletransfer.transfer import Monitor, Option, Settings, StyleTransfer

content = DisplayedPlane.of(ImageFiles.open(content_file.toPath(), "content image"), "content image")
style = DisplayedPlane.of(ImageFiles.open(style_file.toPath(), "style image"), "style image")
settings = Settings.defaults().with(Option.ITERATIONS, str(iterations))
lines = []


def listen(progress):
    lines.append(progress.message())
    print("%s %s" % (progress.message(), progress.terms().style()))


result = StyleTransfer.run(content, style, EmbeddedWeights.vgg16(), settings, Monitor.listening(listen))
ImageFiles.save(RgbImage.of(result.picture(), "stylised"), result_file.toPath())
summary = "%d iterations, %s pixels" % (len(lines), result.picture().size())
