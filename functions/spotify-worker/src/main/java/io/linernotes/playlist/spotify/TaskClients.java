package io.linernotes.playlist.spotify;

import io.linernotes.session.UserTokens;
import io.linernotes.session.Viewer;
import io.linernotes.task.Task;
import io.linernotes.worker.TaskResult;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The clients for tasks: the application's, or that of the user who sent the request. */
record TaskClients(SpotifyClient application, UserTokens users) {

  /**
   * Runs the task with the viewer's token, or with the application's if there is no viewer. If the
   * viewer's session has ended, the task ends too: nothing is stored and nothing is retried.
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
