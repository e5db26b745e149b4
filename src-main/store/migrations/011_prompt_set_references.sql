-- What a prompt set says before every prompt, and how likely each model finds each reference.
ALTER TABLE prompt_runs ADD COLUMN system_prompt TEXT NOT NULL DEFAULT '';
ALTER TABLE prompt_run_answers ADD COLUMN reference_score TEXT;
ALTER TABLE prompt_run_answers ADD COLUMN reference_error TEXT;
