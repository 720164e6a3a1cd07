package io.linernotes.local.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;

/** Files and directories that belong to their owner alone, where the file system knows owners. */
public final class PrivateFile {
  private PrivateFile() {}

  /** The directory; what is created of it and its parents belongs to the owner alone. */
  public static Path directory(Path directory) throws IOException {
    return Files.createDirectories(directory, onlyForTheOwner(directory, "rwx------"));
  }

  /** The file, created if there is none; an older one becomes private. */
  public static Path file(Path file) throws IOException {
    directory(Objects.requireNonNull(file.toAbsolutePath().getParent()));
    if (!Files.exists(file)) {
      create(file);
    } else if (knowsOwners(file)) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
    return file;
  }

  /**
   * Creates an empty file that its owner alone may read and write.
   *
   * @throws java.nio.file.FileAlreadyExistsException if there is one
   */
  public static void create(Path file) throws IOException {
    Files.createFile(file, onlyForTheOwner(file, "rw-------"));
  }

  private static FileAttribute<?>[] onlyForTheOwner(Path file, String permissions) {
    return knowsOwners(file)
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }

  private static boolean knowsOwners(Path file) {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix");
  }
}
