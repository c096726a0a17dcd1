package io.understudy.agent.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveTest {
  @TempDir Path directory;

  private File archive(String name, String comment, String... contents) throws IOException {
    Path file = directory.resolve(name);
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
      out.setComment(comment);
      for (int i = 0; i < contents.length; i++) {
        ZipEntry entry = new ZipEntry("entry" + i);
        entry.setTime(0);
        out.putNextEntry(entry);
        out.write(contents[i].getBytes(java.nio.charset.StandardCharsets.UTF_8));
      }
    }
    return file.toFile();
  }

  private static String digest(File file) throws IOException {
    return new Digest().ofArchive(file);
  }

  @Test
  void aChangedEntryIsAnotherArchive() throws IOException {
    String one = digest(archive("one.jar", "", "a", "b"));
    assertThat(digest(archive("same.jar", "", "a", "b"))).isEqualTo(one);
    assertThat(digest(archive("changed.jar", "", "a", "c"))).isNotEqualTo(one);
    assertThat(digest(archive("more.jar", "", "a", "b", ""))).isNotEqualTo(one);
    assertThat(digest(archive("commented.jar", "a comment", "a", "b"))).isNotEqualTo(one);
  }

  @Test
  void whatIsNoArchiveCountsWhole() throws IOException {
    for (String text : new String[] {"", "PK", "PK\5\6 and then nothing that makes sense ....."}) {
      Path file = Files.writeString(directory.resolve("no.jar"), text);
      assertThat(Archive.directory(file.toFile())).isNull();
      assertThat(digest(file.toFile())).isEqualTo(new Digest().ofFile(file.toFile()));
    }
  }
}
