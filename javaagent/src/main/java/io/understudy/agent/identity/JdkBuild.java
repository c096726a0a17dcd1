package io.understudy.agent.identity;

import java.io.File;
import java.io.IOException;
import java.util.SortedMap;

/** The JDK's build: version, and the sizes of the image and of the virtual machine. */
final class JdkBuild {
  private JdkBuild() {}

  static void describe(SortedMap<String, String> identity, Digest digest) throws IOException {
    File home = new File(System.getProperty("java.home"));
    identity.put(
        "jdk",
        System.getProperty("java.runtime.version") + " " + System.getProperty("java.vendor"));
    identity.put(
        "jdk virtual machine",
        System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"));
    File release = new File(home, "release");
    identity.put("jdk release file", release.exists() ? digest.ofFile(release) : "none");
    identity.put("jdk lib/modules bytes", Long.toString(new File(home, "lib/modules").length()));
    identity.put(
        "jdk lib/server/libjvm.so bytes",
        Long.toString(new File(home, "lib/server/libjvm.so").length()));
  }
}
