package downbeat.web.http.resource;

import downbeat.classes.plan.CuePlan;
import downbeat.web.http.operation.Form;
import downbeat.web.identity.Caller;
import java.util.concurrent.CompletionStage;

/** The cue plans that trainers keep. */
public interface Library {
    /** The caller's own plan that the form names; fails with a problem of that field if there is none. */
    CompletionStage<CuePlan> own(Caller caller, Form form, String field);
}
