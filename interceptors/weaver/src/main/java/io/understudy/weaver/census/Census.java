package io.understudy.weaver.census;

import io.understudy.weaver.table.NativeMethod;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** Every native of every module in the running image. */
public final class Census {
  private Census() {}

  /** Walks the image, about 3 s; sorted by module, class, name and descriptor. */
  public static List<NativeMethod> take() {
    List<NativeMethod> natives = new ArrayList<>();
    forEachClass(
        (module, bytes) -> natives.addAll(RunningImage.ClassShape.of(module, bytes).natives));
    natives.sort(Comparator.comparing(NativeMethod::module).thenComparing(NativeMethod::label));
    return natives;
  }

  /** Class files of all modules. */
  static void forEachClass(BiConsumer<String, byte[]> consumer) {
    FileSystem jrt = FileSystems.getFileSystem(URI.create("jrt:/"));
    try (Stream<Path> files = Files.walk(jrt.getPath("/modules"))) {
      for (Path p : (Iterable<Path>) files::iterator) {
        if (p.toString().endsWith(".class")) {
          consumer.accept(p.getName(1).toString(), Files.readAllBytes(p));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** SHA-256, in hex, over module, label and {@code static} of all natives. */
  public static String digest(List<NativeMethod> natives) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      for (NativeMethod n : natives) {
        String line = n.module() + "/" + n.label() + (n.isStatic() ? " static\n" : "\n");
        sha.update(line.getBytes(StandardCharsets.UTF_8));
      }
      return HexFormat.of().formatHex(sha.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
