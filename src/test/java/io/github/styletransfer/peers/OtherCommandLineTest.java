/*-
 * #%L
 * Style Transfer for ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 Style Transfer developers
 * %%
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 * 
 * 1. Redistributions of source code must retain the above copyright notice,
 *    this list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the documentation
 *    and/or other materials provided with the distribution.
 * 
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS"
 * AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE
 * IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE
 * ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDERS OR CONTRIBUTORS BE
 * LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR
 * CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF
 * SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS
 * INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN
 * CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE)
 * ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE
 * POSSIBILITY OF SUCH DAMAGE.
 * #L%
 */
package io.github.styletransfer.peers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.styletransfer.transfer.Option;
import io.github.styletransfer.transfer.Preset;
import io.github.styletransfer.transfer.Settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class OtherCommandLineTest {

	private static final String J = "th neural_style.lua -style_image s.jpg ";
	private static final String P = "python neural_style.py -style_image s.jpg ";
	private static final String F = "python style.py -s s.jpg -c c.jpg ";
	private static final String C = "style_transfer c.jpg s.jpg ";

	// -- As the tools' own examples are --

	@Test
	void jcjohnsonsExample() {
		assertCarried("preset=jcjohnson style=starry.jpg;scream.jpg style_blend=3,7 output_size=1000 initialisation=content " +
			"optimiser=adam colour=content_yuv", """
				th neural_style.lua -style_image starry.jpg,scream.jpg -style_blend_weights 3,7 \\
				  -content_image 'golden gate.jpg' -output_image profile.png -image_size 1000 -init image \\
				  -content_weight 5 -style_weight 100 -gpu 0 -optimizer adam -original_colors 1 -backend cudnn""");
	}

	@Test
	void neuralStylePtsExample() {
		assertCarried("preset=neural-style-pt style=s.jpg style_scale=0.5 output_size=700 style_weight=2000 tv_weight=0 " +
			"content_layers=conv2_2 style_layers=conv1_1,conv2_1 initialisation=content step_size=2.5 optimiser=adam device=cpu " +
			"network=VGG-19-Keras", "CUDA_VISIBLE_DEVICES=0 python3 ~/neural-style-pt/neural_style.py " +
				"-style_image=s.jpg -style_scale 0.5 -image_size 700 -style_weight 2e3 -tv_weight 0.0 -content_layers relu2_2 " +
				"-style_layers relu1_1,relu2_1 -init image -learning_rate 2.5 -optimizer adam -gpu c " +
				"-model_file models/vgg19-d01eb7cb.pth");
	}

	@Test
	void fzliusExample() {
		assertCarried("preset=fzliu style=images/style/starry_night.jpg network=VGG-19-Keras style_weight=50000",
			"python style.py -s images/style/starry_night.jpg -c images/content/nanjing.jpg -m vgg19 -g 0 -r 5e4");
	}

	@Test
	void crowsonkbsExample() {
		assertCarried("preset=crowsonkb style=a.jpg;b.jpg style_blend=1,2.5 output_size=1024 content_weight=0.03 " +
			"step_size=2.55 seed=3", "style_transfer golden_gate.jpg a.jpg b.jpg -o out.png -s 1024 -sw 1 2.5 " +
				"--content-weight 0.03 -ss=0.01 -r 3");
	}

	@ParameterizedTest
	@CsvSource({ "th neural_style.lua,jcjohnson", "neural-style -image_size 100,neural-style-pt", "$ " + F + ",fzliu", C +
		",crowsonkb", "-style_image a.jpg -proto_file x,jcjohnson", "-style_image a.jpg -normalize_weights,neural-style-pt",
		"./run.sh -s a.jpg -c b.jpg,fzliu", "stylise.exe c.jpg s.jpg --min-scale 64,crowsonkb",
		"python -m style_transfer.cli c.jpg s.jpg -s 64,crowsonkb" })
	void theToolIsKnownByItsNameOrItsOptions(final String line, final String preset) {
		assertEquals(preset, OtherCommandLine.parse(line).values().get(Option.PRESET));
	}

	@Test
	void nothingButThePresetIsNamedWhereNothingDiffers() {
		for (final String line : new String[] { J + "-content_weight 5e0 -style_weight 1e2 -tv_weight 1e-3 -num_iterations 1000 " +
			"-optimizer lbfgs -learning_rate 1e1 -lbfgs_num_correction 0 -style_scale 1.0 -original_colors 0 -pooling max " +
			"-init random -image_size 512 -save_iter 0", P + "-learning_rate 1e0 -lbfgs_num_correction 100", F +
				"-m vgg16 -i content -r 1e4 -n 512 -l 512", C + "-r 0 -cw 0.015 -tw 2.0 --optimizer adam -ms 128 -s 512 -i 500 " +
					"-ii 1000 -ss 0.02 -ad 0.99 --init content --style-scale-fac 1.0 --pooling max" })
		{
			final Map<Option, String> values = new TreeMap<>(OtherCommandLine.parse(line).values());
			values.remove(Option.STYLE);
			assertEquals(Set.of(Option.PRESET), values.keySet(), line);
		}
	}

	// -- Every option of every tool, with what it becomes; empty where it has no counterpart --

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "-style_image a.jpg,b.jpg|style=a.jpg;b.jpg", "-style_blend_weights 1,0.5|style_blend=1,0.5",
		"-content_image c.jpg|''", "-image_size 300|output_size=300", "-gpu -1|device=cpu", "-gpu 2|device=cuda:2",
		"-gpu 0,1|''", "-multigpu_strategy 3|''", "-content_weight 7|content_weight=7", "-style_weight 7|style_weight=7",
		"-tv_weight 0|tv_weight=0", "-num_iterations 9|iterations=9", "-normalize_gradients|normalise=gradients",
		"-init image|initialisation=content", "-init image -init_image i.png|initialisation=image start_image=i.png",
		"-init_image i.png|''", "-optimizer adam|optimiser=adam", "-learning_rate 3|step_size=3",
		"-lbfgs_num_correction 5|history=5", "-print_iter 10|''", "-save_iter 10|save_every=10",
		"-save_iter 10 -output_image out/x.png|save_every=10 save_folder=out", "-output_image x.png|''",
		"-style_scale 2|style_scale=2", "-original_colors 1|colour=content_yuv", "-pooling avg|pooling=average",
		"-proto_file p|''", "-model_file models/VGG_ILSVRC_19_layers.caffemodel|network=VGG-19-Keras",
		"-model_file models/VGG_ILSVRC_16_layers.caffemodel -gpu 1|device=cuda:1", "-model_file nin.caffemodel|''",
		"-backend cudnn|''", "-cudnn_autotune|''", "-seed 5|seed=5", "-seed -1|''",
		"-content_layers relu3_2,relu4_2|content_layers=conv3_2,conv4_2", "-style_layers conv1_2|style_layers=conv1_2",
		"-style_layers relu5_4,pool3|style_layers=conv5_4" })
	void everyOptionOfJcjohnsons(final String options, final String becomes) {
		assertBecomes(Preset.JCJOHNSON, J, options, becomes);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "-style_image folder|style=folder", "-style_blend_weights 1,3|style_blend=1,3",
		"-content_image c.jpg|''", "-image_size 300|output_size=300", "-gpu c|device=cpu", "-gpu 1|device=cuda:1",
		"-gpu 0,1,c|''", "-multidevice_strategy 4,7,29|''", "-content_weight 7|content_weight=7",
		"-style_weight 7|style_weight=7", "-tv_weight 1|tv_weight=1", "-num_iterations 9|iterations=9",
		"-normalize_gradients|normalise=gradients", "-normalize_weights|normalise=weights",
		"-normalize_weights -normalize_gradients|normalise=both", "-init image|initialisation=content",
		"-init image -init_image i.png|initialisation=image start_image=i.png", "-optimizer adam|optimiser=adam",
		"-learning_rate 10|step_size=10", "-lbfgs_num_correction 5|history=5", "-print_iter 0|''", "-save_iter 50|save_every=50",
		"-output_image x.png|''", "-style_scale 1.5|style_scale=1.5", "-original_colors 1|colour=content_yuv",
		"-pooling avg|pooling=average", "-model_file models/vgg16-00b39a1b.pth -tv_weight 0|tv_weight=0",
		"-model_file models/vgg19-d01eb7cb.pth|network=VGG-19-Keras", "-disable_check|''", "-backend mkl,cudnn|''",
		"-cudnn_autotune|''", "-seed 5|seed=5", "-content_layers relu3_2|content_layers=conv3_2",
		"-style_layers relu1_2|style_layers=conv1_2" })
	void everyOptionOfNeuralStylePt(final String options, final String becomes) {
		assertBecomes(Preset.NEURAL_STYLE_PT, P, options, becomes);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "--style-img t.jpg|style=t.jpg", "--content-img d.jpg|''", "-g -1|device=cpu",
		"--gpu-id 3|device=cuda:3", "-m vgg19|network=VGG-19-Keras",
		"--model GoogLeNet|network=GoogLeNet-BVLC content_layers=conv2/3x3:0.0002,inception_3a/output:0.9998",
		"-m caffenet|network=CaffeNet-BVLC", "-i mixed|initialisation=mixed noise_ratio=0.05",
		"--init -1|initialisation=pink", "-i -2|initialisation=pink pink_power=2", "-i 0|initialisation=pink pink_power=0",
		"-r 1e3|style_weight=1000", "--ratio 5|style_weight=5", "-n 100|iterations=100", "--num-iters 7|iterations=7",
		"-l 800|output_size=800", "--length 99.6|output_size=100", "-v|''", "--verbose|''", "-o x.jpg|''",
		"--output x.jpg|''" })
	void everyOptionOfFzlius(final String options, final String becomes) {
		assertBecomes(Preset.FZLIU, F, options, becomes);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "--output o.png|''", "-o o.png|''", "--style-weights 2|style_blend=2",
		"--devices cpu|device=cpu", "--devices cuda:0 cuda:1|device=cuda:0", "--devices mps|''", "--random-seed 4|seed=4",
		"--content-weight 1|content_weight=1", "--tv-weight 0|tv_weight=0", "--optimizer lbfgs|optimiser=lbfgs bounds=no",
		"--min-scale 64|stroke_size=64", "--end-scale 256|output_size=256", "-s 300+|output_size=300",
		"--iterations 7|iterations_finer=7", "--initial-iterations 8|iterations=8", "--save-every 9|save_every=9",
		"--step-size 0.1|step_size=25.5", "--avg-decay 0|averaging=0", "--init gray|initialisation=grey",
		"--init uniform|initialisation=noise", "--init normal|initialisation=normal noise_deviation=63.75",
		"--init style_stats|initialisation=style_statistics", "--style-scale-fac 2|style_scale=2", "--style-size 300|''",
		"--pooling l2|pooling=l2", "--proof p.icc|''", "--web|preview=yes", "--host 127.0.0.1|''", "--port 80|''",
		"--browser|''", "--browser firefox|''" })
	void everyOptionOfCrowsonkbs(final String options, final String becomes) {
		assertBecomes(Preset.CROWSONKB, C, options, becomes);
	}

	@ParameterizedTest
	@EnumSource
	void thePageNamesEveryOption(final Peer peer) throws IOException {
		final String page = Files.readString(Path.of("docs/coming-from-other-tools.md"));
		for (final PeerOption o : peer.options()) {
			for (final String name : o.names()) assertTrue(page.contains("`" + name), peer.title() + " " + name);
		}
	}

	@Test
	void notesNameTheOptionAndSayWhatBecomesOfIt() {
		final List<String> notes = OtherCommandLine.parse(J + "-backend clnn -style_layers relu5_4,pool3 -init_image x.png")
			.notes();
		assertEquals(List.of("-style_layers relu5_4: VGG-19 has it, VGG-16 does not.",
			"-style_layers pool3: only convolutions with their ReLU are layers here; it is left out.",
			"-backend clnn: ONNX Runtime computes; device says on what.",
			"-init_image x.png: it is not used without -init image.",
			"network: the tool's own is VGG-19; the VGG-16 that is built in is taken. run(\"Download Network...\", " +
				"\"name=VGG-19-Keras\") fetches the same training. Then add network=VGG-19-Keras."), notes);
		assertTrue(OtherCommandLine.parse("th neural_style.lua").notes().contains("style: none is given; choose a picture."));
	}

	// -- Bad lines --

	@ParameterizedTest
	@ValueSource(strings = { "", "  ", "python", "ls -l", "convert a.jpg b.jpg", "python train.py --epochs 3", "image.jpg",
		"-style_image a.jpg -content_image b.jpg", "python nst.py -image_size 100" })
	void lineOfNoToolOrOfSeveralListsTheFour(final String line) {
		final String message = refused(line);
		assertTrue(message.startsWith("Which tool the command line runs cannot be told; there are jcjohnson's neural-style (") &&
			message.contains("neural-style-pt (") && message.contains("fzliu's style-transfer (") && message.contains(
				"crowsonkb's style-transfer-pytorch ("), message);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { J + "-blur 3|jcjohnson's neural-style has no option \"-blur\".", J +
		"-normalize_weights|jcjohnson's neural-style has no option \"-normalize_weights\".", J +
			"picture.jpg|jcjohnson's neural-style does not know what to do with \"picture.jpg\".", P +
				"-proto_file x|neural-style-pt has no option \"-proto_file\".", F +
					"--ratios 3|fzliu's style-transfer has no option \"--ratios\".", C +
						"--tile 3|crowsonkb's style-transfer-pytorch has no option \"--tile\".", J +
							"-image_size|-image_size lacks its value.", J + "-image_size -gpu 0|-image_size lacks its value.", C +
								"-sw|--style-weights lacks its value.", J +
									"-image_size big|-image_size is \"big\"; it must be a whole number.", J +
										"-image_size 0|-image_size is \"0\"; it must be a whole number from 1.", J +
											"-style_weight lots|-style_weight is \"lots\"; it must be a number.", J +
												"-style_weight NaN|-style_weight is \"NaN\"; it must be a number.", P +
													"-style_weight 3f|-style_weight is \"3f\"; it must be a number.", P +
														"-pooling median|-pooling is \"median\"; it must be avg or max.", J +
															"-backend tpu|-backend is \"tpu\"; it must be nn, cudnn or clnn.", J +
																"-gpu -3|-gpu is \"-3\"; there is no such device.", P + "-gpu x|-gpu is \"x\"; it must be a whole number.",
		J + "-style_blend_weights 1,x|-style_blend_weights is \"x\"; it must be a number.", J +
			"-style_layers pool1|-style_layers is \"pool1\"; none of these layers has a counterpart.", F +
				"-m resnet|-m is \"resnet\"; it must be vgg16, vgg19, googlenet or caffenet.", F +
					"-i black|-i is \"black\"; it must be content, mixed or a whole number.", F +
						"-l 0.2|-l is \"0.2\"; it must be a number from 1.", "python style.py -s a.jpg|fzliu's style-transfer needs -c.",
		"python style.py -c a.jpg|fzliu's style-transfer needs -s.",
		"style_transfer a.jpg|crowsonkb's style-transfer-pytorch needs a content image and a style image.", C +
			"-s huge|--end-scale is \"huge\"; it must be a whole number from 1, with + behind it or not.", C +
				"--init black|--init is \"black\"; it must be content, gray, uniform, normal or style_stats.", J +
					"'|The command line has a ' that is not closed.", "th neural_style.lua \\|The command line ends with a backslash.",
		J + "-image_size 99999|-image_size cannot be carried over: output_size is \"99999\"; it must be a whole number from 0 to 32768.",
		F + "-i -11|-i cannot be carried over: pink_power is \"11\"; it must be a whole number from 0 to 10." },
		quoteCharacter = '~')
	void whatTheToolOrWeWouldNotAcceptIsOneSentence(final String line, final String sentence) {
		assertEquals(sentence, refused(line));
	}

	// -- Helper methods --

	private static String refused(final String line) {
		return assertThrows(IllegalArgumentException.class, () -> OtherCommandLine.parse(line)).getMessage();
	}

	private static void assertCarried(final String becomes, final String line) {
		final Map<Option, String> values = OtherCommandLine.parse(line).values();
		assertEquals(sorted(becomes), text(values));
		Settings.parse(values);
	}

	/** Each option becomes what it says and nothing else, or it is named. */
	private static void assertBecomes(final Preset preset, final String base, final String options, final String becomes) {
		final OtherCommandLine bare = OtherCommandLine.parse(base);
		final OtherCommandLine with = OtherCommandLine.parse(base + options);
		final Map<Option, String> expected = new TreeMap<>(bare.values());
		assertEquals(preset.key(), expected.get(Option.PRESET));
		for (final String value : becomes.split(" ")) {
			if (!value.isEmpty()) expected.put(Option.of(value.split("=")[0]), value.split("=")[1]);
		}
		assertEquals(text(expected), text(with.values()));
		final List<String> added = new ArrayList<>(with.notes());
		added.removeAll(bare.notes());
		if (becomes.isEmpty()) assertFalse(added.isEmpty(), options + " is neither carried over nor named");
		for (final String note : added) assertTrue(note.matches("(?s)\\S.*: .*\\."), note);
	}

	private static String text(final Map<Option, String> values) {
		return values.entrySet().stream().map(e -> e.getKey().key() + "=" + e.getValue()).sorted().collect(Collectors.joining(
			" "));
	}

	private static String sorted(final String becomes) {
		return Arrays.stream(becomes.split(" ")).sorted().collect(Collectors.joining(" "));
	}
}
