#!/usr/bin/env bash

###
# #%L
# Style Transfer for ImageJ and Fiji.
# %%
# Copyright (C) 2026 Style Transfer developers
# %%
# Redistribution and use in source and binary forms, with or without
# modification, are permitted provided that the following conditions are met:
# 
# 1. Redistributions of source code must retain the above copyright notice,
#    this list of conditions and the following disclaimer.
# 2. Redistributions in binary form must reproduce the above copyright notice,
#    this list of conditions and the following disclaimer in the documentation
#    and/or other materials provided with the distribution.
# 
# THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS"
# AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE
# IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE
# ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDERS OR CONTRIBUTORS BE
# LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR
# CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF
# SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS
# INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN
# CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE)
# ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE
# POSSIBILITY OF SUCH DAMAGE.
# #L%
###
# Display tests: plain ImageJ in a window on a virtual screen, as a user has it. Needs Xvfb (xvfb-run), a JDK and Maven.
# Screenshots are left in target/display/. run.sh SteeringDisplayTest runs the tests of that class alone.
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
javac -proc:none -cp "$out/ImageJ/ij.jar" -d "$out/classes" src/test/display/*DisplayTest.java src/test/display/EventThreadProbe.java

xvfb-run -a -s "-screen 0 1280x1000x24" java -Dplugins.dir="$PWD/$out/ImageJ" -Duser.home="$PWD/$out" \
	-cp "$out/ImageJ/ij.jar:$out/classes" "${1:-DisplayTest}" "$PWD" "$PWD/$out"
