package io.understudy.agent.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassPathTest {
  @TempDir Path directory;

  private String digest(Path... entries) throws IOException {
    StringBuilder path = new StringBuilder();
    for (Path entry : entries) {
      path.append(path.isEmpty() ? "" : File.pathSeparator).append(entry);
    }
    return new ClassPath(new Digest(), directory.resolve("understudy.jar").toFile())
        .digest(path.toString());
  }

  private Path file(String name, String content) throws IOException {
    Path file = directory.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, content);
  }

  @Test
  void namesAndPlacesOfJarsDoNotCount() throws IOException {
    Path a = file("a/server.zip", "content");
    Path b = file("b/other.zip", "content");
    assertThat(digest(a)).isEqualTo(digest(b)).isNotEqualTo(digest(file("c.zip", "changed")));
  }

  @Test
  void orderCounts() throws IOException {
    Path a = file("a.zip", "a");
    Path b = file("b.zip", "b");
    assertThat(digest(a, b)).isNotEqualTo(digest(b, a));
  }

  @Test
  void theAgentDoesNotCount() throws IOException {
    Path a = file("a.zip", "a");
    assertThat(digest(a, file("understudy.jar", "agent"))).isEqualTo(digest(a));
  }

  @Test
  void inADirectoryClassesAndTheirNamesCount() throws IOException {
    file("one/p/A.class", "a");
    file("one/data.txt", "changes while the server runs");
    file("two/p/A.class", "a");
    file("three/p/B.class", "a");
    String one = digest(directory.resolve("one"));
    assertThat(one).isEqualTo(digest(directory.resolve("two")));
    assertThat(one).isNotEqualTo(digest(directory.resolve("three")));
  }

  @Test
  void jarsNamedByAManifestCount() throws IOException {
    Path main = directory.resolve("main.jar");
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, "lib.zip main.jar");
    try (OutputStream out = Files.newOutputStream(main)) {
      new JarOutputStream(out, manifest).close();
    }
    file("lib.zip", "1");
    String first = digest(main);
    file("lib.zip", "2");
    assertThat(digest(main)).isNotEqualTo(first);
  }

  @Test
  void aMissingEntryIsNoError() throws IOException {
    assertThat(digest(directory.resolve("none.jar"))).isNotEqualTo("empty");
    assertThat(digest()).isEqualTo("empty");
  }
}
