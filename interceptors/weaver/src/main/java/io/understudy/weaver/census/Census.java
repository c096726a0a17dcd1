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
import java.util.stream.Stream;

/** Every native of java.base in the running image. */
public final class Census {
  private Census() {}

  /** Walks the image, 0.3-0.7 s; sorted by class, name and descriptor. */
  public static List<NativeMethod> take() {
    List<NativeMethod> natives = new ArrayList<>();
    FileSystem jrt = FileSystems.getFileSystem(URI.create("jrt:/"));
    try (Stream<Path> files = Files.walk(jrt.getPath("/modules/java.base"))) {
      for (Path p : (Iterable<Path>) files::iterator) {
        if (p.toString().endsWith(".class")) {
          natives.addAll(RunningImage.ClassShape.of(Files.readAllBytes(p)).natives);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    natives.sort(Comparator.comparing(NativeMethod::label));
    return natives;
  }

  /** SHA-256, in hex, over label and {@code static} of all natives. */
  public static String digest(List<NativeMethod> natives) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      for (NativeMethod n : natives) {
        String line = n.label() + (n.isStatic() ? " static\n" : "\n");
        sha.update(line.getBytes(StandardCharsets.UTF_8));
      }
      return HexFormat.of().formatHex(sha.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
