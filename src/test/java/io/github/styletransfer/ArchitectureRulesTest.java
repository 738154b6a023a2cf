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
		layeredArchitecture().consideringOnlyDependenciesInLayers().layer("plugin").definedBy(ROOT + "plugin").layer("peers")
			.definedBy(ROOT + "peers").layer("transfer").definedBy(ROOT + "transfer").layer("image").definedBy(ROOT + "image")
			.layer("optimize").definedBy(ROOT + "optimize").layer("engine").definedBy(ROOT + "engine").layer("graph").definedBy(
				ROOT + "graph").layer("network").definedBy(ROOT + "network..").layer("io").definedBy(ROOT + "io").whereLayer(
					"plugin").mayNotBeAccessedByAnyLayer().whereLayer("peers").mayOnlyBeAccessedByLayers("plugin").whereLayer("peers")
			.mayOnlyAccessLayers("transfer").whereLayer("transfer").mayOnlyBeAccessedByLayers("plugin", "peers").whereLayer(
				"image").mayOnlyBeAccessedByLayers("plugin", "transfer")
			.whereLayer("optimize").mayOnlyBeAccessedByLayers("transfer", "engine").whereLayer("engine")
			.mayOnlyBeAccessedByLayers("plugin", "transfer").whereLayer("graph").mayOnlyBeAccessedByLayers("plugin", "transfer",
				"engine").whereLayer("network").mayOnlyAccessLayers("io").whereLayer("io").mayNotAccessAnyLayer().check(CLASSES);
	}

	@Test
	void theStoreIsOnTopOfTheNetworks() {
		noClasses().that().resideInAPackage(ROOT + "network..").and().resideOutsideOfPackage(ROOT + "network.store").should()
			.dependOnClassesThat().resideInAPackage(ROOT + "network.store").check(CLASSES);
	}

	@Test
	void onlyTheStoreUsesTheInternet() {
		noClasses().that().resideOutsideOfPackage(ROOT + "network.store").should().dependOnClassesThat().resideInAPackage(
			"java.net.http..").check(CLASSES);
	}

	@Test
	void onlyTheEngineKnowsTheRuntime() {
		noClasses().that().resideOutsideOfPackage(ROOT + "engine").should().dependOnClassesThat().resideInAPackage(
			"ai.onnxruntime..").check(CLASSES);
	}

	@Test
	void onlyTheGraphAndTheFormatsKnowProtobuf() {
		noClasses().that().resideOutsideOfPackages(ROOT + "graph", ROOT + "network.format").should().dependOnClassesThat()
			.resideInAnyPackage("ai.onnx.proto..", "com.google.protobuf..").check(CLASSES);
	}

	@Test
	void onlyTheFormatsKnowHdf5() {
		noClasses().that().resideOutsideOfPackage(ROOT + "network.format").should().dependOnClassesThat().resideInAPackage(
			"io.jhdf..").check(CLASSES);
	}

	@Test
	void aNetworkKnowsNoFiles() {
		noClasses().that().resideInAPackage(ROOT + "network").should().dependOnClassesThat().resideInAnyPackage(ROOT +
			"network.format..", "java.nio.file..", "com.google.gson..").check(CLASSES);
	}

	@Test
	void onlyPluginAndImageKnowImageJ() {
		noClasses().that().resideOutsideOfPackages(ROOT + "plugin", ROOT + "image").should().dependOnClassesThat()
			.resideInAnyPackage("ij..", "org.scijava..", "net.imglib2..").check(CLASSES);
		noClasses().that().resideInAPackage(ROOT + "image").should().dependOnClassesThat().resideInAnyPackage("ij.gui..",
			"ij.plugin..", "org.scijava..").check(CLASSES);
	}

	/** But for the classes that hand over to it, and which plain ImageJ never loads. */
	@Test
	void plainImageJLoadsNoSciJava() {
		noClasses().that().resideInAPackage(ROOT + "plugin").and().haveSimpleNameNotEndingWith("Command").and()
			.haveSimpleNameNotContaining("SciJava").and().doNotHaveSimpleName("FijiHost").and().doNotHaveSimpleName(
				"OptionInputs").should().dependOnClassesThat().resideInAnyPackage("org.scijava..", "net.imglib2..").check(CLASSES);
	}

	@Test
	void nobodyPrintsOrExitsButTheCommandLine() {
		noClasses().that().doNotHaveFullyQualifiedName(ROOT + "plugin.Main").should().callMethod(System.class, "exit",
			int.class).orShould().accessField(System.class, "out").orShould().accessField(System.class, "err").check(CLASSES);
	}
}
