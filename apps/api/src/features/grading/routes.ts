import {
  AnswerForm,
  ChosenStudents,
  closed,
  GradesView,
  JudgeForm,
  Released,
  ReleaseTimeForm,
  RubricForm,
  StudentWork,
  Undone,
  Uuid,
} from '@glossator/contract';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { writing } from '../../plugins/rate-limits.ts';
import { answerLine } from './answer.ts';
import { judgeStudent } from './judge.ts';
import { changeReleaseTime, changeRubric, readGrades } from './overview.ts';
import { releaseGrades, undoRelease } from './release.ts';
import { readStudentWork } from './student-work.ts';

const tags = ['grading'];
const ofAssignment = Type.Object({ id: Uuid }, closed);
const ofStudent = Type.Object({ id: Uuid, student: Uuid }, closed);
const ofContest = Type.Object({ id: Uuid, student: Uuid, contest: Uuid }, closed);

export const gradingRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const deps = { db: app.db, transact: app.transact, texts: app.texts };

  app.get(
    '/assignments/:id/grades',
    {
      schema: {
        operationId: 'readGrades',
        summary: 'What each student would get and was told, for those who teach the class',
        tags,
        params: ofAssignment,
        response: { 200: GradesView },
      },
    },
    ({ params, viewer }) => readGrades(deps, viewer.actor, params.id),
  );

  app.put(
    '/assignments/:id/rubric',
    {
      config: writing,
      schema: {
        operationId: 'changeRubric',
        summary: 'By what criteria work is judged; who was judged already keeps theirs',
        tags,
        params: ofAssignment,
        body: RubricForm,
        response: { 200: GradesView },
      },
    },
    ({ params, body, viewer }) => changeRubric(deps, viewer.actor, params.id, body),
  );

  app.put(
    '/assignments/:id/release-time',
    {
      config: writing,
      schema: {
        operationId: 'changeReleaseTime',
        summary: 'When results are released by themselves',
        tags,
        params: ofAssignment,
        body: ReleaseTimeForm,
        response: { 200: GradesView },
      },
    },
    ({ params, body, viewer }) => changeReleaseTime(deps, viewer.actor, params.id, body),
  );

  app.post(
    '/assignments/:id/release',
    {
      config: writing,
      schema: {
        operationId: 'releaseGrades',
        summary: 'Tell students what they get, frozen as it is now',
        tags,
        params: ofAssignment,
        body: ChosenStudents,
        response: { 200: Released },
      },
    },
    ({ params, body, viewer }) => releaseGrades(deps, viewer.actor, params.id, body.students),
  );

  app.post(
    '/assignments/:id/release/undo',
    {
      config: writing,
      schema: {
        operationId: 'undoRelease',
        summary: 'Take back what students were told; who has read it is counted',
        tags,
        params: ofAssignment,
        body: ChosenStudents,
        response: { 200: Undone },
      },
    },
    ({ params, body, viewer }) => undoRelease(deps, viewer.actor, params.id, body.students),
  );

  app.get(
    '/assignments/:id/grades/:student',
    {
      schema: {
        operationId: 'readStudentWork',
        summary: 'All that one student wrote in an assignment, and what they would get for it',
        tags,
        params: ofStudent,
        response: { 200: StudentWork },
      },
    },
    ({ params, viewer }) => readStudentWork(deps, viewer, params.id, params.student),
  );

  app.put(
    '/assignments/:id/grades/:student',
    {
      config: writing,
      schema: {
        operationId: 'judgeStudent',
        summary: 'Judge the work of a student by the rubric, comment on it, set points',
        tags,
        params: ofStudent,
        body: JudgeForm,
        response: { 200: StudentWork },
      },
    },
    ({ params, body, viewer }) => judgeStudent(deps, viewer, params.id, params.student, body),
  );

  app.post(
    '/assignments/:id/grades/:student/contests/:contest/answer',
    {
      config: writing,
      schema: {
        operationId: 'answerContest',
        summary: 'Answer a student who contests a line',
        tags,
        params: ofContest,
        body: AnswerForm,
        response: { 200: StudentWork },
      },
    },
    ({ params, body, viewer }) =>
      answerLine(deps, viewer, params.id, params.student, params.contest, body),
  );
};
