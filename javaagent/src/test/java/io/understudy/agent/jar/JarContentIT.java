package io.understudy.agent.jar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.junit.jupiter.api.Test;

/** What lies where in the product jar. */
class JarContentIT {
  private static List<String> names() throws IOException {
    try (JarFile jar = new JarFile(Product.JAR)) {
      return jar.stream().filter(e -> !e.isDirectory()).map(JarEntry::getName).toList();
    }
  }

  @Test
  void onlyStubEngineAndLicencesLieOpen() throws IOException {
    assertThat(names())
        .filteredOn(name -> !name.startsWith("inst/"))
        .isNotEmpty()
        .allMatch(
            name ->
                name.startsWith("io/understudy/agent/boot/")
                    || name.startsWith("io/understudy/engine/")
                    || name.startsWith("META-INF/licenses/")
                    || name.equals("META-INF/MANIFEST.MF"));
  }

  @Test
  void noClassLiesHiddenUnderItsOwnName() throws IOException {
    assertThat(names())
        .filteredOn(name -> name.startsWith("inst/"))
        .noneMatch(name -> name.endsWith(".class") || name.startsWith("inst/META-INF/"))
        .contains(
            "inst/io/understudy/agent/Start.classdata",
            "inst/net/bytebuddy/jar/asm/ClassReader.classdata",
            "inst/io/netty/channel/Channel.classdata",
            "inst/com/google/protobuf/Message.classdata",
            "inst/picocli/CommandLine.classdata",
            "inst/com/sun/jna/linux-x86-64/libjnidispatch.so");
  }

  @Test
  void nativeLibrariesAreForLinuxOnX86Only() throws IOException {
    assertThat(names())
        .filteredOn(name -> name.matches(".*\\.(so|dll|jnilib|dylib|a)"))
        .hasSize(2)
        .allMatch(name -> name.contains("linux-x86-64") || name.contains("linux/amd64"));
  }

  @Test
  void theManifestNamesTheStub() throws IOException {
    try (JarFile jar = new JarFile(Product.JAR)) {
      Attributes main = jar.getManifest().getMainAttributes();
      assertThat(main.getValue("Premain-Class")).isEqualTo("io.understudy.agent.boot.Premain");
      assertThat(main.getValue("Agent-Class")).isEqualTo("io.understudy.agent.boot.Premain");
      assertThat(main.getValue("Main-Class")).isEqualTo("io.understudy.agent.boot.Main");
      assertThat(main.getValue("Can-Retransform-Classes")).isEqualTo("true");
      assertThat(main.getValue("Multi-Release")).isNull();
    }
  }

  @Test
  void twoBuildsAreAlike() throws IOException {
    List<String> names = new ArrayList<>(names());
    names.remove("META-INF/MANIFEST.MF");
    assertThat(names).isSorted();
    try (JarFile jar = new JarFile(Product.JAR)) {
      assertThat(jar.stream().map(JarEntry::getTime).distinct()).hasSize(1);
    }
  }

  /** The boot tier runs inside hooks of {@code invokedynamic}'s own run time. */
  @Test
  void theEngineHasNoInvokedynamic() throws IOException {
    List<String> found = new ArrayList<>();
    int scanned = 0;
    try (JarFile jar = new JarFile(Product.JAR)) {
      for (JarEntry entry : jar.stream().toList()) {
        if (entry.getName().matches("io/understudy/engine/.*\\.class")) {
          scanned++;
          new ClassReader(jar.getInputStream(entry))
              .accept(new IndyFinder(entry.getName(), found), ClassReader.SKIP_DEBUG);
        }
      }
    }
    assertThat(scanned).isPositive();
    assertThat(found).isEmpty();
  }

  /** Else the log manager would be there before the server's {@code main}. Netty has a factory. */
  @Test
  void noLibraryLogsByTheJdk() throws IOException {
    List<String> found = new ArrayList<>();
    int ours = 0;
    try (JarFile jar = new JarFile(Product.JAR)) {
      for (JarEntry entry : jar.stream().toList()) {
        String name = entry.getName();
        if (name.endsWith(".classdata") && !name.startsWith("inst/io/netty/")) {
          byte[] bytes = jar.getInputStream(entry).readAllBytes();
          String text = new String(bytes, StandardCharsets.ISO_8859_1);
          ours += text.contains("io/understudy/log/Logger") ? 1 : 0;
          if (text.contains("java/util/logging/Logger")) {
            found.add(name);
          }
        }
      }
    }
    assertThat(ours).as("classes that log").isGreaterThan(1);
    assertThat(found).isEmpty();
  }

  private static final class IndyFinder extends ClassVisitor {
    private final String owner;
    private final List<String> found;

    IndyFinder(String owner, List<String> found) {
      super(Opcodes.ASM9);
      this.owner = owner;
      this.found = found;
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String descriptor, String signature, String[] exceptions) {
      return new MethodVisitor(Opcodes.ASM9) {
        @Override
        public void visitInvokeDynamicInsn(
            String called, String type, Handle bootstrap, Object... arguments) {
          found.add(owner + "#" + name + " -> " + called);
        }
      };
    }
  }
}
