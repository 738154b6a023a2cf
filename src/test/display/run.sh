#!/usr/bin/env bash
# Display tests: plain ImageJ in a window on a virtual screen, as a user has it. Needs Xvfb (xvfb-run), a JDK and Maven.
# Screenshots are left in target/display/.
set -euo pipefail
cd "$(dirname "$0")/../../.."
out=target/display
rm -rf "$out"
mkdir -p "$out/ImageJ/plugins" "$out/classes" "$out/results"

mvn -q -B -DskipTests package
cp target/Style_Transfer-*SNAPSHOT.jar "$out/ImageJ/plugins/"
mvn -q -B dependency:copy-dependencies -DincludeArtifactIds=ij,onnxruntime -DoutputDirectory="$PWD/$out/jars"
mv "$out"/jars/onnxruntime-*.jar "$out/ImageJ/plugins/"
mv "$out"/jars/ij-*.jar "$out/ImageJ/ij.jar"
javac -proc:none -cp "$out/ImageJ/ij.jar" -d "$out/classes" src/test/display/DisplayTest.java

xvfb-run -a -s "-screen 0 1280x1000x24" java -Dplugins.dir="$PWD/$out/ImageJ" -Duser.home="$PWD/$out" \
	-cp "$out/ImageJ/ij.jar:$out/classes" DisplayTest "$PWD" "$PWD/$out"
