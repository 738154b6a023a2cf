package io.github.styletransfer;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import org.junit.jupiter.api.Test;

/** The rooms of the house and which way the calls go. */
class ArchitectureRulesTest {

	private static final String ROOT = "io.github.styletransfer.";
	private static final JavaClasses CLASSES = new ClassFileImporter().withImportOption(
		ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("io.github.styletransfer");

	@Test
	void callsGoDown() {
		layeredArchitecture().consideringOnlyDependenciesInLayers().layer("plugin").definedBy(ROOT + "plugin").layer(
			"transfer").definedBy(ROOT + "transfer").layer("image").definedBy(ROOT + "image").layer("optimize").definedBy(ROOT +
				"optimize").layer("engine").definedBy(ROOT + "engine").layer("graph").definedBy(ROOT + "graph").layer("network")
			.definedBy(ROOT + "network").whereLayer("plugin").mayNotBeAccessedByAnyLayer().whereLayer("transfer")
			.mayOnlyBeAccessedByLayers("plugin").whereLayer("image").mayOnlyBeAccessedByLayers("plugin", "transfer")
			.whereLayer("optimize").mayOnlyBeAccessedByLayers("transfer", "engine").whereLayer("engine")
			.mayOnlyBeAccessedByLayers("plugin", "transfer").whereLayer("graph").mayOnlyBeAccessedByLayers("plugin", "transfer",
				"engine").check(CLASSES);
	}

	@Test
	void onlyTheEngineKnowsTheRuntime() {
		noClasses().that().resideOutsideOfPackage(ROOT + "engine").should().dependOnClassesThat().resideInAPackage(
			"ai.onnxruntime..").check(CLASSES);
	}

	@Test
	void onlyTheGraphKnowsProtobuf() {
		noClasses().that().resideOutsideOfPackage(ROOT + "graph").should().dependOnClassesThat().resideInAnyPackage(
			"ai.onnx.proto..", "com.google.protobuf..").check(CLASSES);
	}

	@Test
	void onlyPluginAndImageKnowImageJ() {
		noClasses().that().resideOutsideOfPackages(ROOT + "plugin", ROOT + "image").should().dependOnClassesThat()
			.resideInAnyPackage("ij..", "org.scijava..", "net.imglib2..").check(CLASSES);
		noClasses().that().resideInAPackage(ROOT + "image").should().dependOnClassesThat().resideInAnyPackage("ij.gui..",
			"ij.plugin..", "org.scijava..").check(CLASSES);
	}

	@Test
	void plainImageJLoadsNoSciJava() {
		noClasses().that().haveSimpleName("Style_Transfer").or().haveSimpleName("Export_Gradient_Graph").or()
			.haveSimpleName("Host").or().haveSimpleName("Stylisation").or().haveSimpleName("PlainDialog").or().haveSimpleName(
				"ImageJMonitor").or().haveSimpleName("PreviewWindow").should().dependOnClassesThat().resideInAnyPackage(
					"org.scijava..", "net.imglib2..").check(CLASSES);
	}

	@Test
	void nobodyPrintsOrExitsButTheCommandLine() {
		noClasses().that().doNotHaveFullyQualifiedName(ROOT + "plugin.Main").should().callMethod(System.class, "exit",
			int.class).orShould().accessField(System.class, "out").orShould().accessField(System.class, "err").check(CLASSES);
	}
}
