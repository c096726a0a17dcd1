package io.understudy.weaver.swap;

import io.understudy.engine.turn.Turn;
import io.understudy.testkit.Ended;
import io.understudy.testkit.ForkedJvm;
import io.understudy.testkit.Jdk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Runs a main class of the test class path, woven, in a JVM of its own. */
record WovenJvm(Path directory) {
  Ended run(Jdk jdk, List<String> options, Class<?> main) throws IOException, InterruptedException {
    return new ForkedJvm(directory)
        .jdk(jdk)
        .arguments("--add-exports=java.base/jdk.internal.misc=ALL-UNNAMED")
        .arguments("--add-opens=java.base/java.lang=ALL-UNNAMED")
        .arguments("-Xbootclasspath/a:" + engine(), "-javaagent:" + agent())
        .arguments(options)
        .arguments("-cp", System.getProperty("java.class.path"), main.getName())
        .run(main.getSimpleName());
  }

  private static String engine() {
    return Turn.class.getProtectionDomain().getCodeSource().getLocation().getPath();
  }

  private Path agent() throws IOException {
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.putValue("Premain-Class", ProbeAgent.class.getName());
    attributes.putValue("Can-Retransform-Classes", "true");
    Path jar = directory.resolve("probe.jar");
    new JarOutputStream(Files.newOutputStream(jar), manifest).close();
    return jar;
  }
}
