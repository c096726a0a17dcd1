package io.understudy.agent.identity;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256 (FIPS 180-4), the first 16 bytes as hexadecimal text. Not for use by several threads. */
final class Digest {
  private static final char[] HEX = "0123456789abcdef".toCharArray();
  private static final int SHOWN_BYTES = 16;

  private final MessageDigest sha;
  private final byte[] buffer = new byte[64 * 1024];

  Digest() {
    try {
      sha = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }

  /** Content of a file, whatever its name. */
  String ofFile(File file) throws IOException {
    try (FileInputStream in = new FileInputStream(file)) {
      return ofStream(in);
    }
  }

  /** A jar by its directory of entries and their checksums; any other file by its content. */
  String ofArchive(File file) throws IOException {
    byte[] directory = Archive.directory(file);
    return directory == null ? ofFile(file) : Archive.checksum(directory);
  }

  String ofStream(InputStream in) throws IOException {
    sha.reset();
    for (int n = in.read(buffer); n > 0; n = in.read(buffer)) {
      sha.update(buffer, 0, n);
    }
    return text(sha.digest());
  }

  /** Strings in their order; the borders between them count. */
  String ofStrings(Iterable<String> strings) {
    sha.reset();
    for (String each : strings) {
      sha.update(each.getBytes(StandardCharsets.UTF_8));
      sha.update((byte) 0);
    }
    return text(sha.digest());
  }

  private static String text(byte[] digest) {
    char[] text = new char[2 * SHOWN_BYTES];
    for (int i = 0; i < SHOWN_BYTES; i++) {
      text[2 * i] = HEX[digest[i] >> 4 & 15];
      text[2 * i + 1] = HEX[digest[i] & 15];
    }
    return new String(text);
  }
}
