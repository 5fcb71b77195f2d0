export { AssessSheet } from './assess-form.tsx';
export { AssessmentSummary } from './assessment-summary.tsx';
export { AssessmentsView } from './assessments-view.tsx';
export { DueList } from './due-list.tsx';
export { useAssessments } from './use-assessments.ts';
export { assessWords, bedsideWords, dueWords } from './words.ts';
