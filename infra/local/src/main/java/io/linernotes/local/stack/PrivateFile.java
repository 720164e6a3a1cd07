package io.linernotes.local.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;

/**
 * Creates files and directories that only their owner can access, if the file system supports that.
 */
public final class PrivateFile {
  private PrivateFile() {}

  /** Creates the directory and its missing parents, accessible to the owner only. */
  public static Path directory(Path directory) throws IOException {
    return Files.createDirectories(directory, onlyForTheOwner(directory, "rwx------"));
  }

  /** Creates the file, or makes an existing one private. */
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
   * Creates an empty file that only its owner may read and write.
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
