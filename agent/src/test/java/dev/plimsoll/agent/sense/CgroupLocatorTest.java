package dev.plimsoll.agent.sense;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A /proc of files: process 42 is the application's, and each container sees its own cgroup. */
class CgroupLocatorTest {
  private static final String APPLICATION = "/kubepods/pod1/web";

  @TempDir private Path directory;
  private Path proc;
  private Path ours;

  @BeforeEach
  void theAgentSeesItsOwnCgroup() throws IOException {
    proc = Files.createDirectories(directory.resolve("proc"));
    ours = memoryCgroup(directory.resolve("own"));
    mounts("self", ours, "/kubepods/pod1/agent");
  }

  private static Path memoryCgroup(Path path) throws IOException {
    Files.createDirectories(path);
    Files.writeString(path.resolve("memory.usage_in_bytes"), "1");
    return path;
  }

  private void mounts(String process, Path mountPoint, String mounted) throws IOException {
    Files.createDirectories(proc.resolve(process));
    Files.writeString(
        proc.resolve(process).resolve("mountinfo"),
        "31 23 0:27 %s %s ro - cgroup cgroup rw,memory\n".formatted(mounted, mountPoint));
  }

  private Path located() throws IOException {
    return new CgroupLocator(proc).locate(42, APPLICATION);
  }

  @Test
  void itIsSeenThroughTheProcesssOwnMounts() throws IOException {
    mounts("42", Path.of("/sys/fs/cgroup/memory"), APPLICATION);
    Path theirs = memoryCgroup(proc.resolve("42/root/sys/fs/cgroup/memory"));

    assertThat(located()).isEqualTo(theirs);
  }

  @Test
  void aProcessWhoseRootIsNotOursToReadDoesNotMakeOurCgroupItsOwn() throws IOException {
    mounts("42", Path.of("/sys/fs/cgroup/memory"), APPLICATION);

    assertThatThrownBy(this::located)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("process 42 is not readable here");
  }

  @Test
  void ourMountsServeWhereTheyShowTheProcesssCgroupToo() throws IOException {
    mounts("self", ours, "/kubepods/pod1");
    Path below = memoryCgroup(ours.resolve("web"));

    assertThat(located()).isEqualTo(below);
  }

  @Test
  void ourOwnCgroupIsItsWhereBothAreInOne() throws IOException {
    mounts("self", ours, APPLICATION);

    assertThat(located()).isEqualTo(ours);
  }
}
