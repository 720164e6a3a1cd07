package io.linernotes.playlist.spotify;

import io.linernotes.session.UserTokens;
import io.linernotes.session.Viewer;
import io.linernotes.task.Task;
import io.linernotes.worker.TaskResult;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The clients that tasks are asked with: the application's, or that of the user who asks. */
record TaskClients(SpotifyClient application, UserTokens users) {

  /**
   * The result of asking in the viewer's name; in the application's where there is no viewer. If
   * the viewer's session has ended, the task ends too: nothing is stored and nothing is asked
   * again.
   */
  TaskResult ask(@Nullable Viewer viewer, Task task, Function<SpotifyClient, TaskResult> asking) {
    if (viewer == null) {
      return asking.apply(application);
    }
    UserAuthority authority = new UserAuthority(users, viewer.session());
    TaskResult result = asking.apply(application.as(authority));
    return authority.hasEnded() ? TaskResult.done(task) : result;
  }
}
