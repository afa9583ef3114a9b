import type { z } from 'zod';
import type { Words } from '../../../../contract/common.ts';
import type { ConsentPurpose } from '../../../../contract/patients.ts';

export type Purpose = z.infer<typeof ConsentPurpose>;

/** Version of the texts below; a changed text is a new version, decisions keep the version they were given on. */
export const CONSENT_TEXT_VERSION = '2026-11';

/** What the patient is told, word for word, before deciding. In the order they are asked. */
export const CONSENT_TEXTS: Readonly<Record<Purpose, Words>> = {
  'care-follow-up': {
    'zh-CN':
      '出院后，本院医护会给您打电话、发康复提醒。这是这次住院照护的一部分，只用于您的康复。您随时可以说不，不影响看病。',
    en: 'After discharge our staff call you and send recovery reminders. This belongs to the care of this stay and serves your recovery only. You may say no at any time; it does not affect your treatment.',
  },
  'device-data': {
    'zh-CN': '您在家量的体温、血压等数值可以传给医护看，用来及时发现问题。您随时可以停止。',
    en: 'Temperature, blood pressure and other values you measure at home may be seen by our staff to notice problems early. You may stop at any time.',
  },
  community: {
    'zh-CN': '您可以加入本院的病友群，和恢复相近的病友交流。群里不显示您的真实姓名和病情，您随时可以退出。',
    en: 'You may join a patient group of this hospital. The group shows neither your real name nor your illness, and you may leave at any time.',
  },
  research: {
    'zh-CN': '去掉姓名和电话之后，您的恢复资料可以用于改进医疗的研究。不同意也不影响任何照护。',
    en: 'Without name and phone number, your recovery data may be used for research that improves care. Saying no changes nothing in your care.',
  },
  marketing: {
    'zh-CN': '本院可以给您发健康活动和服务的消息，每周最多一条。不同意也不影响任何照护。',
    en: 'The hospital may tell you of health events and services, once a week at most. Saying no changes nothing in your care.',
  },
};

export const PURPOSES = Object.keys(CONSENT_TEXTS) as readonly Purpose[];
