package io.understudy.weaver.census;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What tells one build of a JDK from another at no cost: version, vendor, and the size of the image
 * of its modules.
 *
 * @param runtimeVersion property {@code java.runtime.version}
 * @param vendor property {@code java.vendor}
 * @param modulesBytes size of {@code lib/modules}; -1 for an exploded image
 */
record BuildId(String runtimeVersion, String vendor, long modulesBytes) {
  static BuildId running() {
    Path modules = Path.of(System.getProperty("java.home"), "lib", "modules");
    long size;
    try {
      size = Files.size(modules);
    } catch (IOException e) {
      size = -1;
    }
    return new BuildId(
        System.getProperty("java.runtime.version"), System.getProperty("java.vendor"), size);
  }
}
