package io.linernotes.local.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Files that hold secrets. */
public final class PrivateFile {
  private PrivateFile() {}

  /**
   * Creates an empty file that its owner alone may read, where the file system knows owners.
   *
   * @throws java.nio.file.FileAlreadyExistsException if there is one
   */
  public static void create(Path file) throws IOException {
    Files.createFile(file, onlyForTheOwner(file));
  }

  private static FileAttribute<?>[] onlyForTheOwner(Path file) {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }
}
