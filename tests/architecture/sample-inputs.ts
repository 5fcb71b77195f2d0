import type { WubianApi } from '@wubian/shared/api.ts';
import type { Endpoint, Input } from '@wubian/shared/endpoint.ts';
import { wellScores } from '../factories/assessments.ts';

/** Ids of one street's things, for calls that point at them. */
export interface Aims {
  streetId: string;
  communityId: string;
  estateId: string;
  elderId: string;
  taskId: string;
  grantId: string;
  accountId: string;
  assignmentId: string;
  sessionId: string;
  photoId: string;
  newId: () => string;
  at: string;
  later: string;
  day: string;
}

type Samples = {
  [R in keyof WubianApi]: {
    [E in keyof WubianApi[R]]: WubianApi[R][E] extends Endpoint ? Input<WubianApi[R][E]> : never;
  };
};

/** A well-formed call of every endpoint, aimed at these things; a new endpoint without one does not compile. */
export function sampleInputs(aim: Aims): Samples {
  const { taskId, elderId, streetId, communityId, estateId } = aim;
  const facts = {
    name: '测试老人',
    sex: 'female' as const,
    birthDate: '1940-01-02',
    phone: null,
    address: { communityId, estateId, building: '3', unit: '2', room: '501' },
    living: null,
    childrenLive: null,
    abilityLevel: null,
    handicapGrade: null,
    familyPlanningSpecial: null,
    contacts: [],
  };
  const reason = '测试原因';
  return {
    accounts: {
      sendCode: { phone: '13900009999' },
      signInByCode: { phone: '13900009999', code: '000000' },
      signInByWechat: { code: 'nobody' },
      personas: {},
      signInAsPersona: { key: 'nobody' },
      bindPhone: { phone: '13900009998', code: '000000' },
      me: {},
      rename: { name: '测试人' },
      switchRole: { assignmentId: aim.assignmentId },
      join: { id: aim.newId(), role: 'volunteer', streetId, communityIds: [communityId], name: '测试人' },
      streets: {},
      sessions: {},
      endSession: { sessionId: aim.sessionId },
      startSecondFactor: {},
      passSecondFactor: { code: '000000' },
      people: {},
      giveRole: {
        id: aim.newId(),
        phone: '13900009997',
        name: '测试人',
        role: 'volunteer',
        communityIds: [communityId],
      },
      admit: { assignmentId: aim.assignmentId },
      endRole: { assignmentId: aim.assignmentId, reason },
      resetSecondFactor: { accountId: aim.accountId, reason },
    },
    registry: {
      areas: {},
      listElders: { communityId },
      readElder: { elderId },
      addElder: { id: aim.newId(), facts },
      changeElder: { elderId, version: 1, changes: { careNotes: '听力不好' }, why: reason },
      countElders: {},
      assignElders: { elderIds: [elderId], to: { responsibleId: null }, why: reason, dry: true },
      elderHistory: { elderId },
      reveal: { elderId, fields: ['phone', 'idNumber', 'address'], reason: 'visit' },
      saveSearch: { id: aim.newId(), name: '我的独居老人', filter: { category: 'livingAlone' } },
      listSearches: {},
      dropSearch: { searchId: aim.newId() },
      listTwins: {},
      twinsOf: { name: '测试老人', sex: 'female', birthDate: '1940-01-02', phone: '13900009996' },
      dismissTwins: { leftId: elderId, rightId: aim.newId(), why: reason },
      showPair: { leftId: elderId, rightId: aim.newId() },
      mergeElders: {
        id: aim.newId(),
        winnerId: elderId,
        loserId: aim.newId(),
        winnerVersion: 1,
        loserVersion: 1,
        choose: {},
        why: reason,
        dry: false,
      },
      listMerges: {},
      readMerge: { mergeId: aim.newId() },
      undoMerge: { mergeId: aim.newId(), why: reason },
      dependents: { accountId: aim.accountId },
      handOver: { id: aim.newId(), fromAccountId: aim.accountId, toAccountId: null, why: reason, dry: true },
      orphans: {},
      qualityBoard: {},
      confirmFacts: { elderId, version: 1, how: 'visit' },
      myElders: {},
      askGrant: {
        id: aim.newId(),
        streetId,
        communityId,
        elderName: '查无此人',
        relation: 'son',
        scopes: ['see'],
        until: aim.day,
      },
      listGrants: {},
      answerGrant: { grantId: aim.grantId, answer: 'confirm', how: 'visit', elderId },
      endGrant: { grantId: aim.grantId },
      moveLife: {
        elderId,
        id: aim.newId(),
        seen: 'present',
        move: 'toHospital',
        on: '2026-05-02',
        until: aim.day,
        why: reason,
      },
      foreseeLife: { elderId, move: 'die' },
      changeReturn: { elderId, until: null, why: reason },
      askUndo: { elderId, moveId: aim.newId(), why: reason },
      answerUndo: { elderId, moveId: aim.newId(), answer: 'refuse', words: reason },
      listLife: { elderId },
      consents: { elderId },
      giveConsent: {
        elderId,
        id: aim.newId(),
        purpose: 'photo',
        version: 1,
        answer: 'given',
        giver: 'elder',
        how: 'oral',
      },
      withdrawConsent: { elderId, purpose: 'photo' },
      fileViews: { elderId },
      breakGlass: { id: aim.newId(), name: '查无此人', communityId, why: '测试有人求救' },
      listGlass: {},
      reviewGlass: { glassId: aim.newId(), verdict: 'proper', words: reason },
      askRights: { id: aim.newId(), elderId, kind: 'export', asker: 'elder', askerName: '测试人', proof: 'idCard' },
      listRights: {},
      exportPerson: { requestId: aim.newId() },
      erasePerson: { requestId: aim.newId() },
      refuseRights: { requestId: aim.newId(), reason },
      pendingUndos: {},
    },
    bedside: {
      listAssessments: { elderId },
      addAssessment: {
        elderId,
        id: aim.newId(),
        day: '2026-01-05',
        reason: 'first',
        scores: wellScores,
        coma: false,
        dementia: false,
        mentalDisorder: false,
        assessors: ['测试甲', '测试乙'],
        organisation: '测试机构',
      },
      addOldResult: {
        elderId,
        id: aim.newId(),
        day: '2020-01-06',
        result: { standard: 'MZ/T 039-2013', level: 2 },
        organisation: '测试机构',
      },
      voidAssessment: { assessmentId: aim.newId(), reason, dry: false },
      dueAssessments: {},
      addRiskEvent: { elderId, id: aim.newId(), kind: 'fall', day: '2026-01-05' },
      listRiskEvents: { elderId },
    },
    exchange: {
      startUpload: { id: aim.newId(), name: '名单.xlsx', size: 10 },
      putPart: { uploadId: aim.newId(), n: 0, base64: 'AAAA' },
      readUpload: { uploadId: aim.newId() },
      finishUpload: { uploadId: aim.newId() },
      download: { fileId: aim.newId(), n: 0 },
      importTemplate: {},
      startBatch: { id: aim.newId(), fileId: aim.newId(), source: '测试来源' },
      setMapping: { batchId: aim.newId(), columns: ['name'] },
      checkBatch: { batchId: aim.newId() },
      listBatches: {},
      readBatch: { batchId: aim.newId() },
      listRows: { batchId: aim.newId() },
      decideRows: { batchId: aim.newId(), rows: [2], decision: 'skip' },
      applyBatch: { batchId: aim.newId() },
      undoBatch: { batchId: aim.newId(), reason },
      dropBatch: { batchId: aim.newId() },
      errorSheet: { batchId: aim.newId(), id: aim.newId() },
      startExport: { id: aim.newId(), columns: ['name'] },
      readExport: { exportId: aim.newId() },
      listExports: {},
    },
    companion: {
      catalogue: {},
      ask: { id: aim.newId(), elderId, kind: 'helpClean', window: { from: aim.at, to: aim.later } },
      mine: {},
      queue: { communityId },
      openTasks: {},
      read: { taskId },
      open: { taskId },
      decline: { taskId, reason },
      claim: { taskId },
      release: { taskId, reason },
      candidates: { taskId },
      assign: { taskId, volunteerId: aim.accountId },
      noShow: { taskId },
      start: { taskId, at: aim.at },
      finish: { taskId, at: aim.at },
      addPhoto: { taskId, id: aim.newId(), base64: 'AAAA' },
      photo: { taskId, photoId: aim.photoId },
      confirm: { taskId },
      object: { taskId, reason },
      settle: { taskId, minutes: 10, reason },
      cancel: { taskId, reason },
      heed: { taskId, words: reason },
      ledger: {},
      myVolunteering: {},
      setMyPoint: { estateId },
      volunteerEstates: {},
      volunteers: { communityId },
      setVolunteer: { accountId: aim.accountId, qualifications: [], ownElderIds: [elderId] },
      actsFor: { elderId },
    },
    notices: { list: {}, unread: {}, read: {} },
    office: {
      audit: { elderId, outcome: 'done' },
      board: {},
      pairs: { communityId },
      tasks: { communityId },
      rules: {},
      setRules: { rules: { autoOpenKinds: [], closedKinds: [], confirmAfterHours: 48 }, reason },
      parameters: {},
      parameter: { key: 'staleAfterMonths' },
      setParameter: { key: 'staleAfterMonths', id: aim.newId(), version: 0, from: aim.day, value: 9, reason },
      withdrawParameter: { key: 'staleAfterMonths', changeId: aim.newId(), reason },
      categoryFigures: {},
    },
  };
}
